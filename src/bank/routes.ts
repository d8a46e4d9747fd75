import type { Route } from '../access/public.ts'
import { figureRoutes } from '../people/public.ts'
import { lineRoutes } from './routes/lines.ts'
import { lookingRoutes } from './routes/looking.ts'
import { moneyRoutes } from './routes/money.ts'
import { payerRoutes } from './routes/payer.ts'
import { questionRoutes } from './routes/questions.ts'
import { statementRoutes } from './routes/statements.ts'
import { settingNames } from './rules/settings.ts'

const figures = figureRoutes({
  at: '/bank/settings',
  back: '/bank',
  title: 'Figures for evidence',
  facts: settingNames,
  see: 'people.figures-read',
  set: 'people.figures-set',
})

/** My money, statements, one payment, questions, what was learnt; and the list of evidence for staff. */
export const routes: readonly Route[] = [
  ...figures,
  ...payerRoutes,
  ...moneyRoutes,
  ...statementRoutes,
  ...questionRoutes,
  ...lineRoutes,
  ...lookingRoutes,
]
