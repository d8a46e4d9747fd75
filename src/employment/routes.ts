import type { Route } from '../access/public.ts'
import { budgetRoutes } from './routes/budget.ts'
import { hourRoutes } from './routes/hours.ts'
import { jobRoutes } from './routes/jobs.ts'
import { payrollRoutes } from './routes/payroll.ts'
import { timesheetRoutes } from './routes/timesheets.ts'

/** A budget's assistants, one job, a week of hours, a timesheet and its answer, payroll. */
export const routes: readonly Route[] = [
  ...budgetRoutes,
  ...jobRoutes,
  ...hourRoutes,
  ...timesheetRoutes,
  ...payrollRoutes,
]
