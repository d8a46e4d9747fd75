import type { Command } from './platform/command.ts'

/** Every verb of the command line, in the order of the modules. */
export const commands: readonly Command[] = []
