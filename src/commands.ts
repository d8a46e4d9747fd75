import { accessCommands } from './access/commands.ts'
import { allRoutes } from './app.ts'
import { commands as bank } from './bank/commands.ts'
import { finding } from './finding.ts'
import { commands as ledger } from './ledger/commands.ts'
import { commands as millbrook } from './millbrook/commands.ts'
import { commands as payments } from './payments/commands.ts'
import type { Command } from './platform/command.ts'
import { commands as rights } from './rights/commands.ts'
import { commands as succession } from './succession/commands.ts'

/** Every verb of the command line, in the order of the modules. */
export const commands: readonly Command[] = [
  ...accessCommands({ ...finding, routes: allRoutes }),
  ...rights,
  ...ledger,
  ...bank,
  ...millbrook,
  ...payments,
  ...succession,
]
