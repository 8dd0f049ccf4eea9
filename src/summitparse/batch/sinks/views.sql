-- What people ask of many releases, as views: each row has its day, and the release that says it by title and file.
-- `person` is who it is over all releases, once `summitparse people` has told, and until then the name in this one.

CREATE VIEW said AS
SELECT
  releases.date AS date,
  quotes.speaker_name AS speaker,
  CASE WHEN EXISTS (SELECT 1 FROM people) THEN people.name WHEN actors.kind = 'person' THEN actors.name END AS person,
  actors.country AS country,
  quotes.type AS type,
  quotes.text AS text,
  quotes.confidence AS confidence,
  releases.title AS title,
  releases.name AS file,
  quotes.polarity AS polarity,
  (SELECT r.date FROM quotes AS q JOIN releases AS r ON r.release = q.release WHERE q.id = quotes.first_quote) AS first_said,
  quotes.id AS id,
  quotes.rowid AS number
FROM quotes
JOIN releases ON releases.release = quotes.release
LEFT JOIN actors ON actors.id = quotes.speaker
LEFT JOIN people ON people.person = actors.person;

-- Only figures of which the release says what they measure; `level` tells an amount from a change ("rose by 3%").
CREATE VIEW figures_over_time AS
SELECT
  coalesce(figures.period_last, releases.date) AS date,
  figures.measure AS measure,
  figures.entity AS entity,
  figures.value AS value,
  figures.upper AS upper,
  figures.unit AS unit,
  figures.bound AS bound,
  figures.kind AS kind,
  CASE WHEN figures.change IS NULL THEN 'level' ELSE 'change' END AS level,
  figures.change AS change,
  figures.text AS text,
  figures.speaker_name AS speaker,
  figures.confidence AS confidence,
  releases.title AS title,
  releases.name AS file,
  figures.period_first AS period_first,
  figures.period_last AS period_last,
  figures.id AS id
FROM figures
JOIN releases ON releases.release = figures.release
WHERE figures.measure IS NOT NULL;

CREATE VIEW signed AS
SELECT
  coalesce(documents.date, releases.date) AS date,
  documents.type AS type,
  documents.title AS title,
  (SELECT group_concat(party, '; ') FROM parties WHERE parties.document = documents.id) AS parties,
  documents.place AS place,
  releases.name AS file,
  (SELECT group_concat(name, '; ') FROM signatories WHERE signatories.document = documents.id) AS signatories,
  documents.confidence AS confidence,
  releases.title AS release_title,
  documents.id AS id,
  documents.rowid AS number
FROM documents
JOIN releases ON releases.release = documents.release
WHERE documents.status = 'signed';

CREATE VIEW positions_over_time AS
SELECT
  releases.date AS date,
  positions.actor_name AS actor,
  CASE WHEN EXISTS (SELECT 1 FROM people) THEN people.name WHEN actors.kind = 'person' THEN actors.name END AS person,
  actors.country AS country,
  positions.act AS act,
  positions.polarity AS polarity,
  positions.text AS text,
  positions.addressee AS addressee,
  positions.confidence AS confidence,
  releases.title AS title,
  releases.name AS file,
  positions.id AS id,
  positions.rowid AS number
FROM positions
JOIN releases ON releases.release = positions.release
LEFT JOIN actors ON actors.id = positions.actor
LEFT JOIN people ON people.person = actors.person;
