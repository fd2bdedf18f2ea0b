/** Must be the first import of the page: zod probes for eval when a schema is made, and the policy would report it. */
import { z } from 'zod';

z.config({ jitless: true });
