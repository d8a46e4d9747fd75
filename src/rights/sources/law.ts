import { law, old, reported, statute } from './place.ts'

const act = 'National Health Service Act 2006'
const actAt = `${law}/ukpga/2006/41`
export const section12A = statute(
  'nhs-act-2006.md#sections-12a-to-12d',
  `${act}, sections 12A to 12D`,
  `${actAt}/part/1/crossheading/direct-payments-for-health-care`,
)
export const section75 = reported('nhs-act-2006.md#section-75', `${act}, section 75`, `${law}/uksi/2000/617`)

const regs = 'NHS (Direct Payments) Regulations 2013'
const regsAt = `${law}/uksi/2013/1617`
const reg2013 = (anchor: string, name: string, at: string) =>
  statute(`si-2013-1617.md#${anchor}`, `${regs} (SI 2013/1617), ${name}`, `${regsAt}/${at}`)
export const reg1 = reg2013('regulation-1', 'regulation 1', 'body/made')
export const reg2 = reg2013('regulation-2', 'regulation 2', 'body/made')
export const reg15 = reg2013('regulation-15', 'regulation 15', 'regulation/15/made')
export const reg17 = reg2013('regulation-17', 'regulation 17', 'regulation/17/made')
export const schedule = reg2013('the-schedule', 'the Schedule', 'schedule/made')
export const narrowFamily = statute(
  'si-2013-2354.md#family',
  `${regs} (Amendment) (SI 2013/2354), note`,
  `${law}/uksi/2013/2354/note/made`,
)
export const lookAgain = statute(
  'si-2013-2354.md#reconsideration',
  `${regs} (Amendment) (SI 2013/2354), note`,
  `${law}/uksi/2013/2354/note/made`,
)
export const managedAccounts = statute(
  'si-2017-219.md#managed-account',
  'SI 2017/219, regulation 2',
  `${law}/uksi/2017/219/regulation/2/made`,
)
export const connectedPeople = statute(
  'si-2017-219.md#connected-person',
  'SI 2017/219, regulation 2',
  `${law}/uksi/2017/219/regulation/2/made`,
)

const standing = 'Standing Rules Regulations 2012 (SI 2012/2996)'
export const reg32A = statute(
  'si-2012-2996.md#regulation-32a',
  `${standing}, regulation 32A`,
  `${law}/uksi/2012/2996/regulation/32A/2022-07-01/data.html`,
)
export const reg32B = statute(
  'si-2012-2996.md#regulation-32b',
  `${standing}, regulation 32B`,
  `${law}/uksi/2012/2996/regulation/32B/data.xht`,
)
export const part6A2019 = statute(
  'si-2012-2996.md#since-2-december-2019',
  `${standing}, Part 6A as it stood on 2 December 2019`,
  `${law}/uksi/2012/2996/part/6A`,
)
export const panelReview = statute('si-2012-2996.md#regulation-23', `${standing}, regulation 23`)
export const si20141611 = statute('si-2014-1611.md#commencement', 'SI 2014/1611', `${law}/uksi/2014/1611`)

const forerunner = 'NHS (Direct Payments) Regulations 2010 (SI 2010/1000)'
const reg2010 = (number: number) =>
  old(`si-2010-1000.md#regulation-${number}`, `${forerunner}, regulation ${number}`, `${law}/uksi/2010/1000`)
export const old8 = reg2010(8)
export const old9 = reg2010(9)
export const old11 = reg2010(11)
export const old13 = reg2010(13)
export const old16 = reg2010(16)
export const old17 = reg2010(17)

export const families2014 = statute(
  'children-and-families-act-2014.md#section-49',
  'Children and Families Act 2014, section 49',
)
export const sen2014 = statute(
  'si-2014-1652.md#regulation-4',
  'SI 2014/1652 (special educational needs), regulation 4',
  `${law}/uksi/2014/1652`,
)
export const sen4A = statute(
  'si-2014-1652.md#regulation-4a',
  'SI 2014/1652 (special educational needs), regulation 4A',
  `${law}/uksi/2014/1652`,
)
export const senDirect = reported(
  'si-2014-1652.md#the-other-regulations',
  'SI 2014/1652 (special educational needs), regulations 6 to 14, as we were told of them',
  `${law}/uksi/2014/1652`,
)
export const senLookAgain = reported(
  'si-2014-1652.md#regulations-7-and-12',
  'SI 2014/1652 (special educational needs), regulations 7 and 12, as told in a summary',
  `${law}/uksi/2014/1652`,
)
export const senSchedule = reported(
  'si-2014-1652.md#the-schedule',
  'SI 2014/1652, Schedule: a parallel list of the education rules',
  `${law}/uksi/2014/1652`,
)
export const care25 = statute('care-act-2014.md#section-25', 'Care Act 2014, section 25')
export const care26 = statute('care-act-2014.md#section-26', 'Care Act 2014, section 26')
export const social2009 = reported(
  'si-2009-1887.md#regulation-8',
  'SI 2009/1887, regulation 8: a parallel rule of social care',
  `${law}/uksi/2009/1887`,
)
export const northernIreland = reported(
  'nisr-2004-120.md#regulation-7',
  'NISR 2004/120, regulation 7: a parallel rule of Northern Ireland',
)
export const pilot2012 = reported(
  'si-2012-206.md#schedule-1',
  'SI 2012/206, Schedule 1: parallel text of the education pilot',
)
export const cqc2014 = statute(
  'si-2014-2936.md#schedule-1',
  'SI 2014/2936, Schedule 1, paragraph 1(3)(c)',
  `${law}/uksi/2014/2936`,
)
