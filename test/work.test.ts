import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, mock, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { prepare } from '../src/app.ts'
import type { Database } from '../src/platform/database.ts'
import { ask, type Job, startJobs } from '../src/platform/jobs.ts'
import { log } from '../src/platform/log.ts'
import { keptMail, post, sendMail } from '../src/platform/mail.ts'
import { doingIt, emptyDatabase, trying } from './harness.ts'

let database: Database
const received: string[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    let text = ''
    stream.on('data', (piece: Buffer) => {
      text += piece.toString()
    })
    stream.on('end', () => {
      received.push(text)
      done()
    })
  },
})

before(async () => {
  database = await emptyDatabase()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})
after(async () => {
  delete process.env.OPENPHB_SMTP
  await new Promise<void>(resolve => server.close(resolve))
})

const useServer = (): void => {
  process.env.OPENPHB_SMTP = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
}
const until = async (so: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + 15_000
  while (!(await so())) {
    assert.ok(Date.now() < end, 'it did not come about within fifteen seconds')
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

test('a message goes by SMTP once, however often its job runs', async () => {
  useServer()
  await doingIt(database, doing =>
    post(doing, {
      to: 'nell@millbrook.example',
      subject: 'Your letter',
      body: 'Dear Nell,\n\nZoë wrote £12.50.',
    }),
  )
  const {
    rows: [{ id }],
  } = await database.pool.query('select id from platform.mail')
  for (let time = 0; time < 3; time += 1) await doingIt(database, doing => sendMail.run(doing, { id }))
  assert.equal(received.length, 1)
  assert.match(received[0] ?? '', /^To: nell@millbrook\.example/m)
  assert.match(received[0] ?? '', /^Subject: Your letter/m)
  assert.match(received[0] ?? '', new RegExp(`^Message-ID: <${id}@openphb>`, 'm'))
})

test('a new line in an address or a subject begins no other header', async () => {
  useServer()
  received.length = 0
  await doingIt(database, doing =>
    post(doing, {
      to: 'nell@millbrook.example\r\nBcc: x@evil.example',
      subject: 'Hello\r\nBcc: y@evil.example',
      body: '.',
    }),
  )
  const {
    rows: [{ id }],
  } = await database.pool.query('select id from platform.mail where sent_at is null')
  await doingIt(database, doing => sendMail.run(doing, { id })).catch(() => undefined)
  assert.doesNotMatch(received.join(), /^Bcc:/m)
})

test('without a mail server messages are kept and can be read, newest first', async () => {
  delete process.env.OPENPHB_SMTP
  await doingIt(database, doing => post(doing, { to: 'peg@ashdale.example', subject: 'Kept', body: 'Here' }))
  const [newest] = await doingIt(database, doing => keptMail(doing))
  assert.deepEqual([newest?.subject, newest?.sentAt], ['Kept', null])
})

test('a message of a change that was undone is never sent', async () => {
  const count = async () => (await database.pool.query('select 1 from platform.mail')).rowCount
  const before = await count()
  await trying(database, doing => post(doing, { to: 'nell@millbrook.example', subject: 'Undone', body: '.' }))
  assert.equal(await count(), before)
})

test('a job that failed is tried again, and its log line holds no personal data', async () => {
  const runs: unknown[] = []
  const said = mock.method(log, 'error', () => undefined)
  const job: Job = {
    name: 'trial',
    async run(_doing, payload) {
      runs.push(payload)
      if (runs.length === 1) throw new Error('Nell Farrow could not be found')
    },
  }
  await doingIt(database, doing => ask(doing, { name: 'trial', payload: { id: '7' }, key: 'one' }))
  await doingIt(database, doing => ask(doing, { name: 'trial', payload: { id: '7' }, key: 'one' }))
  const working = await startJobs(database, [job])
  try {
    await until(() => runs.length === 1)
    await until(
      async () =>
        (
          await database.pool.query(
            `update graphile_worker._private_jobs set run_at = now()
            where attempts = 1 and locked_at is null`,
          )
        ).rowCount === 1,
    )
    await until(() => runs.length === 2)
  } finally {
    await working.stop()
    said.mock.restore()
  }
  assert.deepEqual(runs, [{ id: '7' }, { id: '7' }])
  assert.doesNotMatch(JSON.stringify(said.mock.calls.map(call => call.arguments)), /Nell/)
})

test('a database that is up to date is left as it is', async () => {
  assert.equal(await prepare(database.url), 0)
})
