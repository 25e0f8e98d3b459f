-- Customer segments by k-means (kmeans), written by custseg for Spark SQL.
-- Every number below was fitted to 20 customers; the query scores any customers by it.
-- As of 2024-12-29; orders after it do not count. Change the date in scope to score at another.
--
-- Parameters:
--   k = 3
--   columns =
--   scale = zscore
--   log = all
--   winsorize = 5%
--   missing = drop
--   restarts = 10
--   iterations = 300
--   tol = 0.0001
--   stability = off
--
-- Segments:
--   1 1 · average: nearest to the means Recency 25.8 (z +0.34) · Frequency 14.2 (z -0.03) · Monetary 373.8 (z -0.06)
--   2 2 · low Recency: nearest to the means Recency 4.5 (z -0.81) · Frequency 15.25 (z +0.49) · Monetary 410 (z +0.28)
--   3 3 · low Frequency, high Recency: nearest to the means Recency 76 (z +3.06) · Frequency 7 (z -3.59) · Monetary 212.5 (z -1.58)
--   4 Unclassified: what the method needs is missing
--
-- Tables and columns that must be there. Text is read as in the file: blanks and what is no number or date there count as missing.
-- Columns are named by their headers without blanks at either end and with one for several or for a line break; a column without a header by its place, and one of two by the same header with (2) behind.
--   `odd "orders" 2024`, as in odd "orders" 2024.csv: `Customer "No"` (text or whole number), `Order No.` (text or whole number), `Order Date` (date or timestamp), `quantity` (number), `Unit Price` (number), `Status` (text); any number of rows a customer
WITH
-- score at another date by changing this one
scope AS (
  SELECT DATE '2024-12-29' AS as_of
),
-- each row of the orders as it is read
order_rows AS (
  SELECT NULLIF(TRIM(BOTH ' \t\r\n 　' FROM CAST(`Customer "No"` AS STRING)), '') AS customer_id,
    NULLIF(TRIM(BOTH ' \t\r\n 　' FROM CAST(`Order No.` AS STRING)), '') AS order_id,
    CASE
      WHEN TRIM(BOTH ' \t\r\n 　' FROM CAST(`Order Date` AS STRING)) RLIKE '^([1-9][0-9]{3})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})([T ,].*)?$' THEN TRY_CAST(REGEXP_REPLACE(TRIM(BOTH ' \t\r\n 　' FROM CAST(`Order Date` AS STRING)), '^([1-9][0-9]{3})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})([T ,].*)?$', '$1-$2-$3') AS DATE) END AS day,
    CASE WHEN TRY_CAST(`quantity` AS DOUBLE) BETWEEN -1.7976931348623157E+308D AND 1.7976931348623157E+308D THEN TRY_CAST(`quantity` AS DOUBLE) END AS quantity,
    CASE WHEN (CASE WHEN TRY_CAST(`quantity` AS DOUBLE) BETWEEN -1.7976931348623157E+308D AND 1.7976931348623157E+308D THEN TRY_CAST(`quantity` AS DOUBLE) END) * (CASE WHEN TRY_CAST(`Unit Price` AS DOUBLE) BETWEEN -1.7976931348623157E+308D AND 1.7976931348623157E+308D THEN TRY_CAST(`Unit Price` AS DOUBLE) END) BETWEEN -1.7976931348623157E+308D AND 1.7976931348623157E+308D THEN (CASE WHEN TRY_CAST(`quantity` AS DOUBLE) BETWEEN -1.7976931348623157E+308D AND 1.7976931348623157E+308D THEN TRY_CAST(`quantity` AS DOUBLE) END) * (CASE WHEN TRY_CAST(`Unit Price` AS DOUBLE) BETWEEN -1.7976931348623157E+308D AND 1.7976931348623157E+308D THEN TRY_CAST(`Unit Price` AS DOUBLE) END) END AS amount,
    NULLIF(TRIM(BOTH ' \t\r\n 　' FROM CAST(`Status` AS STRING)), '') AS mark_1,
    NULLIF(TRIM(BOTH ' \t\r\n 　' FROM CAST(`Status` AS STRING)), '') AS state
  FROM `odd "orders" 2024`
),
-- what a row counts as
order_lines AS (
  SELECT customer_id,
    order_id,
    day,
    CASE WHEN amount > 0 AND quantity < 0 THEN -amount WHEN amount > 0 AND order_id RLIKE '^([Cc][0-9]{5})$' THEN -amount WHEN amount > 0 AND mark_1 IN ('Refunded') THEN 0 ELSE amount END AS money,
    CASE WHEN quantity < 0 OR order_id RLIKE '^([Cc][0-9]{5})$' OR amount < 0 OR mark_1 IN ('Refunded') THEN 1 ELSE 0 END AS is_return,
    CASE WHEN day IS NOT NULL AND amount IS NOT NULL AND (state IS NULL OR state NOT IN ('payment failed')) THEN 1 ELSE 0 END AS is_used
  FROM order_rows CROSS JOIN scope
  WHERE customer_id IS NOT NULL AND (day IS NULL OR day <= as_of)
),
-- one row a customer
order_measures AS (
  SELECT customer_id,
    COUNT(DISTINCT CASE WHEN is_used = 1 AND is_return = 0 THEN order_id END) + COUNT(DISTINCT CASE WHEN is_used = 1 AND is_return = 0 AND order_id IS NULL THEN day END) AS frequency,
    CAST(ROUND(SUM(CAST(CASE WHEN is_used = 1 THEN money END AS DECIMAL(38, 10))), 6) AS DOUBLE) AS monetary,
    MAX(CASE WHEN is_used = 1 AND is_return = 0 THEN day END) AS last_order,
    MIN(CASE WHEN is_used = 1 AND is_return = 0 THEN day END) AS first_order,
    COUNT(DISTINCT CASE WHEN is_used = 1 AND is_return = 0 THEN day END) AS purchase_days
  FROM order_lines
  GROUP BY customer_id
),
-- the customers
ids AS (
  SELECT DISTINCT customer_id FROM (SELECT customer_id FROM order_measures) AS named
),
-- what the rule needs of each customer
customers AS (
  SELECT ids.customer_id,
    CAST(DATEDIFF(as_of, order_measures.last_order) AS DOUBLE) AS recency,
    CAST(COALESCE(order_measures.frequency, 0) AS DOUBLE) AS frequency,
    COALESCE(order_measures.monetary, 0) AS monetary
  FROM ids CROSS JOIN scope
  LEFT JOIN order_measures ON order_measures.customer_id = ids.customer_id
),
-- what the rule works out, with what was fitted
scores_1 AS (
  SELECT customers.*,
    CASE WHEN recency < 1 THEN 1 WHEN recency > 47.19999999999993D THEN 47.19999999999993D ELSE recency END AS bounded_recency,
    CASE WHEN frequency < 6.65D THEN 6.65D WHEN frequency > 16 THEN 16 ELSE frequency END AS bounded_frequency,
    CASE WHEN monetary < 201.913D THEN 201.913D WHEN monetary > 543.6240000000001D THEN 543.6240000000001D ELSE monetary END AS bounded_monetary
  FROM customers
),
scores_2 AS (
  SELECT scores_1.*,
    ((SIGN(bounded_recency) * LN(1 + ABS(bounded_recency))) - 2.529943310252562D) / 1.0230140115754824D AS scaled_recency,
    ((SIGN(bounded_frequency) * LN(1 + ABS(bounded_frequency))) - 2.7137241982552576D) / 0.16526377467250214D AS scaled_frequency,
    ((SIGN(bounded_monetary) * LN(1 + ABS(bounded_monetary))) - 5.897603302716827D) / 0.25957057781142223D AS scaled_monetary
  FROM scores_1
),
scores_3 AS (
  SELECT scores_2.*,
    (scaled_recency - 0.6680495632058274D) * (scaled_recency - 0.6680495632058274D) + (scaled_frequency - 0.03291669342891469D) * (scaled_frequency - 0.03291669342891469D) + (scaled_monetary - 0.024179039757433313D) * (scaled_monetary - 0.024179039757433313D) AS distance_1,
    (scaled_recency - (-0.999455561472639D)) * (scaled_recency - (-0.999455561472639D)) + (scaled_frequency - 0.43860435209299664D) * (scaled_frequency - 0.43860435209299664D) + (scaled_monetary - 0.226825332405948D) * (scaled_monetary - 0.226825332405948D) AS distance_2,
    (scaled_recency - 1.3151488597228471D) * (scaled_recency - 1.3151488597228471D) + (scaled_frequency - (-3.8380017510332145D)) * (scaled_frequency - (-3.8380017510332145D)) + (scaled_monetary - (-2.056393056821951D)) * (scaled_monetary - (-2.056393056821951D)) AS distance_3
  FROM scores_2
),
-- the rule
placed AS (
  SELECT scores_3.*,
    CASE WHEN distance_1 IS NULL OR distance_2 IS NULL OR distance_3 IS NULL THEN NULL WHEN distance_1 <= distance_2 AND distance_1 <= distance_3 THEN 0 WHEN distance_2 <= distance_3 THEN 1 ELSE 2 END AS place
  FROM scores_3
)
SELECT customer_id,
  CAST(COALESCE(place, 3) AS INTEGER) + 1 AS segment_number,
  CASE place WHEN 0 THEN '1 · average' WHEN 1 THEN '2 · low Recency' WHEN 2 THEN '3 · low Frequency, high Recency' ELSE 'Unclassified' END AS segment,
  recency,
  frequency,
  monetary
FROM placed
ORDER BY customer_id;
