/** What a model wants before each text: those of the E5 family were trained with "query: " and "passage: ". */
export type EmbeddingPrefixes = "e5" | "none";

/** The model that an installation has chosen. Another name, or other prefixes, make other vectors. */
export type EmbeddingSettings = { name: string; prefixes: EmbeddingPrefixes; floor: number };

/** A text that waits for its vector, as it goes out; `textHash` is that of the text without its prefix. */
export type ClaimedText = { statementId: string; text: string; textHash: Uint8Array };

/** Texts that one worker has for a minute. */
export type ClaimedTexts = { modelId: string; texts: ClaimedText[] };
