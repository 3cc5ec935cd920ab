/** The checker's worker in Indonesian. `integrations/one-language.ts` leaves out the other texts. */
import { startWork } from './checker/work.ts';

startWork('id');
