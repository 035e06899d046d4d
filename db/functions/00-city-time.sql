-- City time: the clock plus the offset of a demo or test book (zero on a real one). The only "now" in SQL.
-- PL/pgSQL keeps its plan; a SQL function of its kind would be planned at each call.
create or replace function city_now() returns timestamptz
language plpgsql volatile as $$
begin
  return clock_timestamp() + make_interval(secs => (select offset_seconds from public.city_clock));
end $$;

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
