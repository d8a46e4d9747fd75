import type { Command } from '../platform/command.ts'
import { auditExport, auditVerify } from './commands/audit.ts'
import { demoClock } from './commands/clock.ts'
import { accessTable } from './commands/table.ts'
import { type Finding, userAdd } from './commands/user.ts'
import type { Route } from './public.ts'

/** The verbs of `access`. What other modules know is handed in. */
export const accessCommands = (
  known: Finding & { readonly routes: () => readonly Route[] },
): readonly Command[] => [userAdd(known), accessTable(known.routes), auditVerify, auditExport, demoClock]
