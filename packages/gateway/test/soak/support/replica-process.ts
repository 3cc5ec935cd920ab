/** Runs one replica until its parent ends it. */
import { type ReplicaSettings, serveReplica } from './replica.ts';

const replica = await serveReplica(JSON.parse(process.argv[2] ?? '') as ReplicaSettings);
process.once('message', () => void replica.close().then(() => process.disconnect()));
process.send?.(replica.url);
