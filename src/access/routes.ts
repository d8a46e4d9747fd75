import type { Route } from './public.ts'
import { accountRoutes } from './routes/account.ts'
import { auditRoutes } from './routes/auditing.ts'
import { callRoutes } from './routes/calling.ts'
import { lookingRoutes } from './routes/looking.ts'
import { manageRoutes } from './routes/managing.ts'
import { signInRoutes } from './routes/signing-in.ts'
import { signUpRoutes } from './routes/signing-up.ts'
import type { Sessions } from './session.ts'

/**
 * Every route of `access`. `sessions` is handed in because the library behind it is set up once, by app.ts.
 */
export const accessRoutes = (sessions: Sessions): readonly Route[] => [
  ...signInRoutes(sessions),
  ...signUpRoutes(sessions),
  ...accountRoutes(sessions),
  ...lookingRoutes,
  ...callRoutes(sessions),
  ...manageRoutes(sessions),
  ...auditRoutes,
]
