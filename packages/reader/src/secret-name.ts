/** Names of credentials. Their values stay out of the request: nothing depends on them. */
export const SECRET: RegExp = /key|token|secret|passw|auth|cred|bearer|cookie|session/i;
