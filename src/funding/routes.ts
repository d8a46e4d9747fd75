import type { Route } from '../access/public.ts'
import { backDatingRoutes } from './routes/back-dating.ts'
import { correctingRoutes } from './routes/correcting.ts'
import { disputingRoutes } from './routes/disputing.ts'
import { resourcesRoutes } from './routes/resources.ts'
import { sharingRoutes } from './routes/sharing.ts'
import { statementRoutes } from './routes/statements.ts'

/** Who carries which share, recharges and disputes. What somebody may not see is not found. */
export const routes: readonly Route[] = [
  ...statementRoutes,
  ...sharingRoutes,
  ...disputingRoutes,
  ...backDatingRoutes,
  ...correctingRoutes,
  ...resourcesRoutes,
]
