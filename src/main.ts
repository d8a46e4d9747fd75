import { sql } from 'kysely'
import { startSealing } from './access/actions/seal.ts'
import { demoTicket } from './access/auth.ts'
import { type Role, roleNames } from './access/public.ts'
import { jobs, makeApp, prepare } from './app.ts'
import { commands } from './commands.ts'
import { familiesToShow } from './millbrook/public.ts'
import { openDatabase } from './platform/database.ts'
import { startJobs } from './platform/jobs.ts'
import { asService } from './platform/transaction.ts'

export type Started = {
  readonly url: string
  readonly links: readonly { readonly label: string; readonly url: string }[]
  close(): Promise<void>
}

/**
 * Starts the service: tables, Millbrook in the embedded default, the jobs, the web. Gives its address and
 * links.
 */
export async function start({
  databaseUrl,
  port,
  embedded,
}: {
  databaseUrl: string
  port: number
  embedded: boolean
}): Promise<Started> {
  await prepare(databaseUrl)
  const host = process.env.HOST ?? '127.0.0.1'
  const address = process.env.OPENPHB_ADDRESS ?? `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`
  if (embedded) await seedOnce(databaseUrl)
  const app = await makeApp({ databaseUrl, embedded, address })
  const working = await startJobs(app.database, jobs)
  const sealing = startSealing(app.database)
  await app.server.listen({ port, host })
  return {
    url: address,
    links: embedded ? await demoLinks(databaseUrl, address) : [],
    async close() {
      await app.server.close()
      await working.stop()
      await sealing.stop()
      await app.close()
    },
  }
}

async function seedOnce(databaseUrl: string): Promise<void> {
  const seed = commands.find(command => command.name === 'seed millbrook')
  const database = openDatabase(databaseUrl, 4)
  try {
    await seed?.run([], {
      database,
      folder: process.cwd(),
      embedded: true,
      out: () => undefined,
      err: text => process.stderr.write(text),
    })
  } finally {
    await database.close()
  }
}

type SignsIn = {
  readonly user_id: string
  readonly name: string
  readonly role: Role | null
  readonly email: string
}

/** One link for each role, and for the families of Millbrook whose stories are told first. */
async function demoLinks(databaseUrl: string, address: string): Promise<Started['links']> {
  const database = openDatabase(databaseUrl, 1)
  try {
    return await asService(database, async ({ transaction }) => {
      const { rows } = await sql<SignsIn>`
        select distinct on (coalesce(r.role, 'person ' || a.id)) a.user_id, a.name, r.role, a.email
        from access.actor a left join access.role r on r.actor_id = a.id
        where a.user_id is not null and a.ended_at is null
          and (r.role is not null or a.email = any (${[...familiesToShow.keys()]}))
        order by coalesce(r.role, 'person ' || a.id), a.made_at, a.id`.execute(transaction)
      return rows.map(({ user_id, name, role, email }) => ({
        label: `${name}, ${familiesToShow.get(email) ?? roleNames[role ?? 'person'].toLowerCase()}`,
        url: `${address}/access/demo/${user_id}/${demoTicket(user_id)}`,
      }))
    })
  } finally {
    await database.close()
  }
}

/** Whether a command needs the database: those that only read files or rules do not. */
export const needsDatabase = (argv: readonly string[]): boolean =>
  !argv.includes('--help') && (commandFor(argv)?.needsDatabase ?? false)

const commandFor = (argv: readonly string[]) =>
  commands.find(({ name }) => name === argv.slice(0, name.split(' ').length).join(' '))

const help = (): string =>
  `OpenPHB on the command line.\n\nUse: npm run openphb -- <command> [options]\n\n${commands
    .map(({ name, says }) => `  ${name.padEnd(20)} ${says}`)
    .join('\n')}\n\nEach command has --help.\n`

/** Runs one command and gives its exit code: 0 well, 2 when it was called wrongly or refused. */
export async function command(
  argv: readonly string[],
  { databaseUrl, embedded }: { databaseUrl: string | null; embedded: boolean },
): Promise<number> {
  const found = commandFor(argv)
  if (!found) {
    const asked = argv.length === 0 || argv[0] === '--help' || argv[0] === 'help'
    process[asked ? 'stdout' : 'stderr'].write(
      asked ? help() : `There is no command "${argv.slice(0, 2).join(' ')}". Try --help.\n`,
    )
    return asked ? 0 : 2
  }
  if (argv.includes('--help')) {
    process.stdout.write(`openphb ${found.name}: ${found.says}\n\n${found.help}\n`)
    return 0
  }
  const database = openDatabase(databaseUrl ?? '', 4, { repeats: embedded })
  try {
    if (found.needsDatabase && databaseUrl !== null) await prepare(databaseUrl)
    return await found.run(argv.slice(found.name.split(' ').length), {
      database,
      embedded,
      folder: process.env.INIT_CWD ?? process.cwd(),
      out: text => void process.stdout.write(text),
      err: text => void process.stderr.write(text),
    })
  } finally {
    await database.close()
  }
}
