import type { Route } from '../access/public.ts'
import { caseRoutes } from './routes/case.ts'
import { caseloadRoutes } from './routes/caseload.ts'
import { decisionRoutes } from './routes/decision.ts'
import { denseRoutes } from './routes/dense.ts'
import { newRoutes } from './routes/new.ts'
import { offerRoutes } from './routes/offers.ts'
import { reconsiderationRoutes } from './routes/reconsideration.ts'

/** Asking, the caseload, one request, deciding, looking again, offers. */
export const requestsRoutes: readonly Route[] = [
  ...newRoutes,
  ...denseRoutes,
  ...offerRoutes,
  ...caseloadRoutes,
  ...caseRoutes,
  ...decisionRoutes,
  ...reconsiderationRoutes,
]
