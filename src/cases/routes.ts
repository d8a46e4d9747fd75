import type { Route } from '../access/public.ts'
import { caseRoutes } from './routes/case.ts'
import { caseloadRoutes } from './routes/caseload.ts'

/** The caseload, a case whole, what happened in it. */
export const routes: readonly Route[] = [...caseloadRoutes, ...caseRoutes]
