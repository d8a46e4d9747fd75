import { sql } from 'kysely'
import type { Doing } from '../../platform/doing.ts'
import { type Before, type Differences, differences, type Paying } from '../rules/differences.ts'
import type { RunState } from './run.ts'

/** How what leaves with a run differs from what was paid before it. */
export async function differencesOf(doing: Doing, run: RunState): Promise<Differences> {
  const now = await sql<Paying>`
    select i.reference, i.part, p.full_name as name, i.amount,
      i.schedule_id is not null and i.again_after is null as regular
    from payments.instruction i join people.person_shown p on p.id = i.person_id
    where i.run_id = ${run.id} and i.stopped_because = '{}' order by p.full_name, i.id`.execute(
    doing.transaction,
  )
  const before = await sql<Before>`
    with earlier as (
      select n.id, n.number from payments.run n join payments.leaving l on l.run_id = n.id
      where n.organisation_id = ${run.organisation_id} and n.number < ${run.number}
    ), last_run as (select id from earlier order by number desc limit 1)
    select distinct on (i.reference, i.part) i.reference, i.part, p.full_name as name, i.amount,
        i.period_until as until,
      i.run_id in (select id from last_run) as "inLastRun"
    from payments.instruction i join earlier e on e.id = i.run_id
      join people.person_shown p on p.id = i.person_id
    where i.stopped_because = '{}' and i.schedule_id is not null
      and (i.run_id in (select id from last_run)
        or i.reference in (select reference from payments.instruction where run_id = ${run.id}))
    order by i.reference, i.part, i.period_until desc`.execute(doing.transaction)
  return differences(now.rows, before.rows, { until: run.until_on })
}
