import type { Procedure } from '../procedure.ts';
import {
  CONTRACT,
  COPY_FROM_ORIGINAL,
  COPY_FROM_REGISTER,
  ESTATE_DIVISION,
  SIGNATURE,
  WILL,
} from './certification-procedures.ts';
import {
  BIRTH_AND_PARENTHOOD,
  BIRTH_RE_REGISTRATION,
  BIRTH_REGISTRATION,
  BIRTH_WITH_HEALTH_CARD,
  CIVIL_STATUS_CORRECTION,
  CIVIL_STATUS_EXTRACT,
  DEATH_REGISTRATION,
  GUARDIANSHIP,
  MARITAL_STATUS,
  MARRIAGE_RE_REGISTRATION,
  MARRIAGE_REGISTRATION,
  PARENTHOOD_RECOGNITION,
} from './civil-status-procedures.ts';
import { COOPERATIVE_GROUP_NOTICE, FARM_EXTENSION_PLAN } from './economy-procedures.ts';

/**
 * The procedures a commune meets most, the commonest first: the order of the picker while nothing is typed.
 *
 * Only those whose code is published. Left out: social protection, poor households and land disputes, whose codes of
 * 2020 no source confirms; residence, which was the police's and had other limits then; adoption, whose dossiers must
 * stay out of open lists.
 */
export const COMMUNE_PROCEDURES: readonly Procedure[] = [
  COPY_FROM_ORIGINAL,
  SIGNATURE,
  BIRTH_REGISTRATION,
  CIVIL_STATUS_EXTRACT,
  MARITAL_STATUS,
  DEATH_REGISTRATION,
  MARRIAGE_REGISTRATION,
  CONTRACT,
  CIVIL_STATUS_CORRECTION,
  BIRTH_WITH_HEALTH_CARD,
  BIRTH_RE_REGISTRATION,
  BIRTH_AND_PARENTHOOD,
  PARENTHOOD_RECOGNITION,
  MARRIAGE_RE_REGISTRATION,
  GUARDIANSHIP,
  COPY_FROM_REGISTER,
  ESTATE_DIVISION,
  WILL,
  COOPERATIVE_GROUP_NOTICE,
  FARM_EXTENSION_PLAN,
];
