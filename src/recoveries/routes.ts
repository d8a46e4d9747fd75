import type { Route } from '../access/public.ts'
import { caseRoutes } from './routes/case.ts'
import { objectionRoutes } from './routes/objection.ts'
import { oneRoutes } from './routes/one.ts'

/** Every recovery, those of a budget, one of them with its objection and answer, and the board's figures. */
export const routes: readonly Route[] = [...caseRoutes, ...objectionRoutes, ...oneRoutes]
