import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { RunId } from '../types.ts'

/** Locks a run until the transaction ends, so that whoever else would change it waits. */
export const holdRun = async (doing: Doing, id: RunId): Promise<void> => {
  await here(doing).db.selectFrom('payments.run').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}
