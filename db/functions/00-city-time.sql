-- City time: the clock plus the offset of a demo or test book (zero on a real one). The only "now" in SQL.
create or replace function city_now() returns timestamptz
language sql volatile set search_path = public, pg_temp as $$
  select clock_timestamp() + make_interval(secs => offset_seconds) from city_clock
$$;

-- The day in Asia/Tokyo, whatever the server's zone.
create or replace function city_day(p_at timestamptz) returns date
language sql immutable parallel safe as $$
  select (p_at at time zone 'Asia/Tokyo')::date
$$;

-- The Japanese fiscal year (April to March) that a day belongs to.
create or replace function fiscal_year(p_day date) returns smallint
language sql immutable parallel safe as $$
  select (extract(year from p_day) - case when extract(month from p_day) < 4 then 1 else 0 end)::smallint
$$;
