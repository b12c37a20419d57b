/**
 * Whose phone a number is (số của ai): many who have none of their own give that of somebody near them. Persisted.
 */
export type PhoneHolder = 'self' | 'relative' | 'neighbour' | 'hamlet-head' | 'other';
