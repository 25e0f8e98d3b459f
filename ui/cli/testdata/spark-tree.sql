-- Customer segments by Decision tree (CART) (tree), written by custseg for Spark SQL.
-- Every number below was fitted to 61 customers; the query scores any customers by it.
-- As of 2024-12-29; orders after it do not count. Change the date in scope to score at another.
--
-- Parameters:
--   target = target
--   columns = group,select
--   depth = 4
--   leaf = 5%
--   least = 3
--   folds = 5
--
-- Segments:
--   1 1: select < 2 · target yes 100%: select < 2
--   2 2: select 9 to 12 · target yes 100%: select ≥ 9 and < 12
--   3 3: select ≥ 24 · target yes 60%: select ≥ 24 (or missing)
--   4 4: select 12 to 24 · target yes 45%: select ≥ 12 and < 24
--   5 5: select 2 to 9 · target yes 33%: select ≥ 2 and < 9
--
-- Tables and columns that must be there. Text is read as in the file: blanks and what is no number or date there count as missing.
-- Columns are named by their headers without blanks at either end and with one for several or for a line break; a column without a header by its place, and one of two by the same header with (2) behind.
--   `odd "orders" 2024`, as in odd "orders" 2024.csv: `Customer "No"` (text or whole number), `Order Date` (date or timestamp); any number of rows a customer
--   `select`, as in select.csv: `Customer "No"` (text or whole number), `select` (number); one row a customer
WITH
-- score at another date by changing this one
scope AS (
  SELECT DATE '2024-12-29' AS as_of
),
-- what a table says of customers
people AS (
  SELECT NULLIF(TRIM(BOTH ' \t\r\n 　' FROM CAST(`Customer "No"` AS STRING)), '') AS customer_id,
    CASE WHEN TRY_CAST(`select` AS DOUBLE) BETWEEN -1.7976931348623157E+308D AND 1.7976931348623157E+308D THEN TRY_CAST(`select` AS DOUBLE) END AS `select`
  FROM `select`
),
-- the customers of all tables that name them
ids AS (
  SELECT NULLIF(TRIM(BOTH ' \t\r\n 　' FROM CAST(`Customer "No"` AS STRING)), '') AS customer_id FROM `odd "orders" 2024` CROSS JOIN scope WHERE NULLIF(TRIM(BOTH ' \t\r\n 　' FROM CAST(`Customer "No"` AS STRING)), '') IS NOT NULL AND (CASE
      WHEN TRIM(BOTH ' \t\r\n 　' FROM CAST(`Order Date` AS STRING)) RLIKE '^([1-9][0-9]{3})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})([T ,].*)?$' THEN TRY_CAST(REGEXP_REPLACE(TRIM(BOTH ' \t\r\n 　' FROM CAST(`Order Date` AS STRING)), '^([1-9][0-9]{3})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})([T ,].*)?$', '$1-$2-$3') AS DATE) END IS NULL OR CASE
      WHEN TRIM(BOTH ' \t\r\n 　' FROM CAST(`Order Date` AS STRING)) RLIKE '^([1-9][0-9]{3})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})([T ,].*)?$' THEN TRY_CAST(REGEXP_REPLACE(TRIM(BOTH ' \t\r\n 　' FROM CAST(`Order Date` AS STRING)), '^([1-9][0-9]{3})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})([T ,].*)?$', '$1-$2-$3') AS DATE) END <= as_of)
  UNION
  SELECT customer_id FROM people WHERE customer_id IS NOT NULL
),
-- what the rule needs of each customer
customers AS (
  SELECT ids.customer_id,
    people.`select` AS `select`
  FROM ids CROSS JOIN scope
  LEFT JOIN people ON people.customer_id = ids.customer_id
),
-- the rule
placed AS (
  SELECT customers.*,
    CASE WHEN `select` < 2 THEN 0 WHEN `select` < 9 THEN 4 WHEN `select` < 12 THEN 1 WHEN `select` < 24 THEN 3 ELSE 2 END AS place
  FROM customers
)
SELECT customer_id,
  CAST(COALESCE(place, 5) AS INTEGER) + 1 AS segment_number,
  CASE place WHEN 0 THEN '1: select < 2 · target yes 100%' WHEN 1 THEN '2: select 9 to 12 · target yes 100%' WHEN 2 THEN '3: select ≥ 24 · target yes 60%' WHEN 3 THEN '4: select 12 to 24 · target yes 45%' WHEN 4 THEN '5: select 2 to 9 · target yes 33%' ELSE 'Unclassified' END AS segment,
  `select`
FROM placed
ORDER BY customer_id;
