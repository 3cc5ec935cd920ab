import { listClaimsOn } from '../claim-lists.ts';
import { type Lint, listBetas } from './lint.ts';

/** A substitute sends a beta that its platforms do not reject. */
export const substitutes: Lint = {
  name: 'substitutes',
  *check(sources) {
    const betas = new Map(listBetas(sources).map(({ beta }) => [beta.id, beta]));
    for (const source of sources.features) {
      for (const [index, { on, send }] of (source.data.substitutes ?? []).entries()) {
        for (const platform of on) {
          const claims = listClaimsOn(betas.get(send)?.acceptance, platform);
          if (claims.length === 0 || claims.some(({ status }) => status !== 'rejected')) continue;
          yield source.problem(
            ['substitutes', index, 'send'],
            'substitutes',
            `\`${send}\` is rejected on ${platform}, so it cannot be sent there instead`,
            `remove ${platform} from \`on\`, send another beta, or correct its \`acceptance\``,
          );
        }
      }
    }
  },
};
