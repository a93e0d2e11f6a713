export { afterOf, BDL_BASE, BdlClient, BdlError, LIMITS, type AnswerStore } from './client';
export { observationsOf, VARIABLES } from './observations';
