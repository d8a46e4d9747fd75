import type { Route } from '../access/public.ts'
import { readingRoutes } from './routes/reading.ts'
import { signingRoutes } from './routes/signing.ts'
import { writingRoutes } from './routes/writing.ts'

/** Every address of `plans`. */
export const routes: readonly Route[] = [...readingRoutes, ...writingRoutes, ...signingRoutes]
