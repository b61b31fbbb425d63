-- Organisations whose folded profile holds every word, as it is or nearly so ("logstics" for "logistics").
-- A function, because the threshold of similarity is a setting and must hold for this search alone.
-- The first word goes through the trigram index; the others filter what it found.
CREATE FUNCTION search_organisations(words text[]) RETURNS SETOF uuid LANGUAGE sql STABLE
  SET pg_trgm.word_similarity_threshold = 0.5 AS $$
  SELECT o."id" FROM "Organisation" o
  WHERE (o."searchText" LIKE '%' || fold(words[1]) || '%' OR fold(words[1]) <% o."searchText")
    AND NOT EXISTS (
      SELECT 1 FROM unnest(words[2:]) AS word
      WHERE NOT (o."searchText" LIKE '%' || fold(word) || '%' OR fold(word) <% o."searchText"))
  LIMIT 5000
$$;
