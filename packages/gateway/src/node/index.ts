export * from './config/index.ts';
export * from './credentials/index.ts';
