import type { Route } from '../access/public.ts'
import { decidingRoutes } from './routes/deciding.ts'
import { listRoutes } from './routes/list.ts'
import { oneRoutes } from './routes/one.ts'

/** What agencies and suppliers charge. What somebody may not see is not found. */
export const routes: readonly Route[] = [...listRoutes, ...oneRoutes, ...decidingRoutes]
