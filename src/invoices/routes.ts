import type { Route } from '../access/public.ts'
import { figureRoutes } from '../people/public.ts'
import { creditingRoutes } from './routes/crediting.ts'
import { decidingRoutes } from './routes/deciding.ts'
import { listRoutes } from './routes/list.ts'
import { oneRoutes } from './routes/one.ts'
import { settingNames } from './rules/settings.ts'

const figures = figureRoutes({
  at: '/invoices/settings',
  back: '/invoices',
  title: 'Figures for invoices',
  facts: settingNames,
  see: 'people.figures-read',
  set: 'people.figures-set',
})

/** What agencies and suppliers charge. What somebody may not see is not found. */
export const routes: readonly Route[] = [
  ...figures,
  ...listRoutes,
  ...oneRoutes,
  ...creditingRoutes,
  ...decidingRoutes,
]
