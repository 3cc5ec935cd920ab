/** Signers: what authenticates a request to an upstream. */

export { CredentialError, type CredentialErrorCode } from '../../upstream/credential-error.ts';
export {
  type AwsCredentials,
  type AwsLibrary,
  type AwsService,
  type AwsSignerOptions,
  createAwsSigner,
} from './aws.ts';
export {
  type AzureCredential,
  type AzureLibrary,
  type AzureSignerOptions,
  createAzureSigner,
} from './azure.ts';
export {
  createGoogleSigner,
  type GoogleClient,
  type GoogleLibrary,
  type GoogleSignerOptions,
} from './google.ts';
export { readSecretFile } from './secret-file.ts';
