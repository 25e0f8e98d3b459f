-- Customer segments by Customer lifecycle (lifecycle), written by custseg for Spark SQL.
-- Every number below was fitted to 61 customers; the query scores any customers by it.
-- As of 2024-12-29; orders after it do not count. Change the date in scope to score at another.
--
-- Parameters:
--   scheme = cycle
--   new = 30
--   cycle = auto: 20
--   own = 3
--   active = 1
--   risk = 2
--   dormant = 3
--   returning = 3
--   lead =
--
-- Segments:
--   1 Prospect: no order yet
--   2 New: Tenure ≤ 30 days
--   3 Returning: Cycles between the last two orders > 3, and Cycles since the last order ≤ 1
--   4 Active: Cycles since the last order ≤ 1
--   5 At Risk: Cycles since the last order ≤ 2
--   6 Dormant: Cycles since the last order ≤ 3
--   7 Churned: Cycles since the last order > 3
--
-- Tables and columns that must be there. Text is read as in the file: blanks and what is no number or date there count as missing.
-- Columns are named by their headers without blanks at either end and with one for several or for a line break; a column without a header by its place, and one of two by the same header with (2) behind.
--   `odd "orders" 2024`, as in odd "orders" 2024.csv: `Customer "No"` (text or whole number), `Order No.` (text or whole number), `Order Date` (date or timestamp), `quantity` (number), `Unit Price` (number), `Status` (text); any number of rows a customer
--   `select`, as in select.csv: `Customer "No"` (text or whole number); any number of rows a customer
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
-- days between the last two days with a purchase
last_gaps AS (
  SELECT customer_id, DATEDIFF(day, day_before) AS last_gap
  FROM (
    SELECT customer_id, day, LAG(day) OVER (PARTITION BY customer_id ORDER BY day) AS day_before,
      ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY day DESC) AS place
    FROM (SELECT DISTINCT customer_id, day FROM order_lines WHERE is_used = 1 AND is_return = 0) AS bought
  ) AS purchase_days
  WHERE place = 1
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
-- the customers of all tables that name them
ids AS (
  SELECT customer_id FROM order_measures
  UNION
  SELECT NULLIF(TRIM(BOTH ' \t\r\n 　' FROM CAST(`Customer "No"` AS STRING)), '') AS customer_id FROM `select` WHERE NULLIF(TRIM(BOTH ' \t\r\n 　' FROM CAST(`Customer "No"` AS STRING)), '') IS NOT NULL
),
-- what the rule needs of each customer
customers AS (
  SELECT ids.customer_id,
    CAST(COALESCE(order_measures.frequency, 0) AS DOUBLE) AS frequency,
    CAST(DATEDIFF(as_of, order_measures.last_order) AS DOUBLE) AS recency,
    CAST(DATEDIFF(as_of, order_measures.first_order) AS DOUBLE) AS tenure,
    CAST(last_gaps.last_gap AS DOUBLE) AS last_gap,
    CAST(COALESCE(order_measures.purchase_days, 0) AS DOUBLE) AS purchase_days
  FROM ids CROSS JOIN scope
  LEFT JOIN order_measures ON order_measures.customer_id = ids.customer_id
  LEFT JOIN last_gaps ON last_gaps.customer_id = ids.customer_id
),
-- what the rule works out, with what was fitted
scores_1 AS (
  SELECT customers.*,
    CASE WHEN last_gap IS NOT NULL THEN CASE WHEN ((tenure - recency) - last_gap) > 0 AND (purchase_days - 2) >= 2 THEN CASE WHEN 1 >= ((tenure - recency) - last_gap) / NULLIF(purchase_days - 2, 0) THEN 1 WHEN ((tenure - recency) - last_gap) / NULLIF(purchase_days - 2, 0) > 1 THEN ((tenure - recency) - last_gap) / NULLIF(purchase_days - 2, 0) END WHEN (tenure - recency) > 0 AND (purchase_days - 1) >= 2 THEN CASE WHEN 1 >= (tenure - recency) / NULLIF(purchase_days - 1, 0) THEN 1 WHEN (tenure - recency) / NULLIF(purchase_days - 1, 0) > 1 THEN (tenure - recency) / NULLIF(purchase_days - 1, 0) END ELSE 20 END END AS cycle_before_raw,
    CASE WHEN (tenure - recency) > 0 AND (purchase_days - 1) >= 2 THEN CASE WHEN 1 >= (tenure - recency) / NULLIF(purchase_days - 1, 0) THEN 1 WHEN (tenure - recency) / NULLIF(purchase_days - 1, 0) > 1 THEN (tenure - recency) / NULLIF(purchase_days - 1, 0) END ELSE 20 END AS cycle_raw
  FROM customers
),
scores_2 AS (
  SELECT scores_1.*,
    ROUND(cycle_before_raw, 12) AS cycle_before_near,
    ROUND(cycle_raw, 12) AS cycle_near
  FROM scores_1
),
scores_3 AS (
  SELECT scores_2.*,
    CASE WHEN (ABS(cycle_before_near - cycle_before_raw)) <= (1E-15D * (CASE WHEN 1 >= ABS(cycle_before_raw) THEN 1 WHEN ABS(cycle_before_raw) > 1 THEN ABS(cycle_before_raw) END)) THEN cycle_before_near ELSE cycle_before_raw END AS cycle_before,
    CASE WHEN (ABS(cycle_near - cycle_raw)) <= (1E-15D * (CASE WHEN 1 >= ABS(cycle_raw) THEN 1 WHEN ABS(cycle_raw) > 1 THEN ABS(cycle_raw) END)) THEN cycle_near ELSE cycle_raw END AS cycle
  FROM scores_2
),
scores_4 AS (
  SELECT scores_3.*,
    last_gap / NULLIF(cycle_before, 0) AS last_gap_cycles_raw,
    recency / NULLIF(cycle, 0) AS cycles_since_raw
  FROM scores_3
),
scores_5 AS (
  SELECT scores_4.*,
    ROUND(last_gap_cycles_raw, 12) AS last_gap_cycles_near,
    ROUND(cycles_since_raw, 12) AS cycles_since_near
  FROM scores_4
),
scores_6 AS (
  SELECT scores_5.*,
    CASE WHEN (ABS(last_gap_cycles_near - last_gap_cycles_raw)) <= (1E-15D * (CASE WHEN 1 >= ABS(last_gap_cycles_raw) THEN 1 WHEN ABS(last_gap_cycles_raw) > 1 THEN ABS(last_gap_cycles_raw) END)) THEN last_gap_cycles_near ELSE last_gap_cycles_raw END AS last_gap_cycles,
    CASE WHEN (ABS(cycles_since_near - cycles_since_raw)) <= (1E-15D * (CASE WHEN 1 >= ABS(cycles_since_raw) THEN 1 WHEN ABS(cycles_since_raw) > 1 THEN ABS(cycles_since_raw) END)) THEN cycles_since_near ELSE cycles_since_raw END AS cycles_since
  FROM scores_5
),
-- the rule
placed AS (
  SELECT scores_6.*,
    CASE WHEN frequency IS NOT NULL AND (recency IS NULL OR recency >= 0) AND (frequency IS NULL OR frequency >= 0) AND (recency IS NULL OR tenure IS NULL OR recency <= tenure) AND (TRUE) AND (frequency <= 0 OR recency IS NOT NULL) AND (frequency <= 0 OR tenure IS NOT NULL) THEN CASE
      WHEN frequency <= 0 THEN 0
      WHEN tenure <= 30 THEN 1
      WHEN last_gap_cycles > 3 AND cycles_since <= 1 THEN 2
      WHEN cycles_since <= 1 THEN 3
      WHEN cycles_since <= 2 THEN 4
      WHEN cycles_since <= 3 THEN 5
      WHEN cycles_since > 3 THEN 6 END END AS place
  FROM scores_6
)
SELECT customer_id,
  CAST(COALESCE(place, 7) AS INTEGER) + 1 AS segment_number,
  CASE place WHEN 0 THEN 'Prospect' WHEN 1 THEN 'New' WHEN 2 THEN 'Returning' WHEN 3 THEN 'Active' WHEN 4 THEN 'At Risk' WHEN 5 THEN 'Dormant' WHEN 6 THEN 'Churned' ELSE 'Unclassified' END AS segment,
  frequency,
  recency,
  tenure,
  last_gap,
  purchase_days,
  cycle_before,
  cycle,
  last_gap_cycles,
  cycles_since
FROM placed
ORDER BY customer_id;
