import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { EngagementId, SignOff, Task } from '../types.ts'

/** Healthcare tasks handed to assistants, each with its sign-offs, the newest first. */
export async function tasksOf(
  doing: Doing,
  ids: readonly EngagementId[],
): Promise<readonly { readonly engagement_id: EngagementId; readonly task: Task }[]> {
  const { db } = here(doing)
  const rows = await db
    .selectFrom('employment.task as t')
    .leftJoin('employment.task_words as w', 'w.task_id', 't.id')
    .select(['t.id', 't.engagement_id', 't.from_on', 'w.says'])
    .where('t.engagement_id', 'in', ids)
    .orderBy('t.from_on')
    .orderBy('t.id')
    .execute()
  const signed = await db
    .selectFrom('employment.sign_off')
    .selectAll()
    .where('engagement_id', 'in', ids)
    .orderBy('signed_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({
    engagement_id: row.engagement_id,
    task: {
      id: row.id,
      says: row.says,
      from: row.from_on,
      signOffs: signed
        .filter(one => one.task_id === row.id)
        .map(
          (one): SignOff => ({
            trainedBy: one.trained_by,
            trainedOn: one.trained_on,
            signedBy: one.signed_by,
            signedRole: one.signed_role,
            on: one.signed_on,
            until: one.until_on,
          }),
        ),
    },
  }))
}
