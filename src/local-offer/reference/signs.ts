import type { Sign } from '../types.ts'

/**
 * Words that may mean something that no direct payment buys. They decide nothing: whoever asks is asked
 * whether it is so. The list is ours and may be added to; a word that is missing costs nobody anything,
 * for what is in no plan is not bought without a question either.
 */
export const words: Readonly<Record<Sign, readonly string[]>> = {
  ALCOHOL: ['alcohol', 'wine', 'beer', 'lager', 'cider', 'whisky', 'vodka', 'gin', 'rum', 'pub drinks'],
  TOBACCO: ['tobacco', 'cigarette', 'cigarettes', 'cigar', 'cigars', 'vape', 'vapes', 'smoking'],
  GAMBLING: ['lottery', 'scratch card', 'scratch cards', 'betting', 'bet', 'bingo', 'casino', 'gambling'],
  ILLEGAL: ['cannabis', 'weed', 'illegal'],
  EMERGENCY: ['ambulance', 'emergency treatment', 'urgent treatment', 'a&e'],
  PRIMARY_MEDICAL: ['gp', 'doctor', 'private doctor', 'gp appointment'],
  DENTAL_OPTICAL: ['dentist', 'dental', 'denture', 'dentures', 'optician', 'glasses', 'eye test', 'lenses'],
  PLANNED_SURGERY: ['operation', 'surgery', 'surgeon'],
  MEDICINES: ['medicine', 'medicines', 'tablets', 'painkillers', 'paracetamol', 'ibuprofen', 'antibiotics'],
  INPATIENT: ['hospital stay', 'inpatient', 'private hospital', 'hospital bed for the night'],
  VACCINATION: ['vaccination', 'vaccine', 'jab', 'flu jab', 'immunisation'],
  SCREENING: ['screening', 'mammogram', 'smear test'],
  NCMP: ['child measurement'],
  NHS_HEALTH_CHECK: ['health check'],
  NHS_CHARGES: ['prescription', 'prescriptions', 'prescription charge', 'dental charge'],
  DEBT: ['debt', 'debts', 'overdue', 'loan', 'credit card', 'arrears', 'owe', 'owed', 'overdraft'],
}
