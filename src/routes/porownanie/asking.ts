import type { Answer, Question } from './answer';

/** What answers a comparison is fetched when there is one to answer. */
export async function ask(question: Question): Promise<Answer> {
  const { answer } = await import('./answer');
  return answer(question);
}
