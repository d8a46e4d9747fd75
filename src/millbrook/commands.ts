import type { Command } from '../platform/command.ts'
import { seedMillbrook } from './seed.ts'

const help = `openphb seed millbrook

Makes Millbrook, the invented place that the demonstration lives in: two integrated care boards with
their staff, and people at every stage of a personal health budget. Nobody in it is real. Does nothing
the second time.
Exit code: 0, 2 when called wrongly.`

const seed: Command = {
  name: 'seed millbrook',
  says: 'make the invented place for a demonstration',
  help,
  needsDatabase: true,
  async run(words, console) {
    if (words.length > 0) {
      console.err(`What is ${words[0]}? See --help.\n`)
      return 2
    }
    const seeded = await seedMillbrook(console.database)
    console.out(
      seeded === 'there-already'
        ? 'Millbrook is there already.\n'
        : `Millbrook is made: ${seeded.people} people.\n`,
    )
    return 0
  },
}

export const commands: readonly Command[] = [seed]
