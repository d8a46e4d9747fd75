// Asks Actual which rows it would add. Runs by itself, with the Node that installed it: its database is
// native code. Arguments: the folder it was installed in, a folder for its data. Files come as JSON on
// standard input.
import { createRequire } from 'node:module'
import path from 'node:path'
import { text } from 'node:stream/consumers'

const [installed, data] = process.argv.slice(2)
const api = createRequire(path.join(installed, 'package.json'))('@actual-app/api')
const says = console.log
// It talks a good deal; only the answer is to be printed.
for (const way of ['log', 'info', 'warn', 'debug']) console[way] = () => {}

const accounts = JSON.parse(await text(process.stdin))
await api.init({ dataDir: data })
const added = []
await api.runImport('evidence', async () => {
  for (const files of accounts) {
    const account = await api.createAccount({ name: files[0].account, offbudget: true }, 0)
    for (const { rows } of files) {
      const sent = rows.map(({ day, pence, text, bankId, label }) => ({
        account,
        date: day,
        amount: pence,
        payee_name: text,
        imported_payee: text,
        notes: label,
        cleared: true,
        ...(bankId === null ? {} : { imported_id: bankId }),
      }))
      const answer = await api.importTransactions(account, sent)
      const fresh = new Set(answer.added)
      const there = await api.getTransactions(account, '2000-01-01', '2100-01-01')
      const labels = new Map(there.map(({ id, notes }) => [id, notes]))
      for (const id of fresh) added.push(labels.get(id))
    }
  }
})
await api.shutdown()
says(JSON.stringify(added))
process.exit()
