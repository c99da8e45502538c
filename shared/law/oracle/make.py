"""Writes working_days_az.tsv from the PyPI package `holidays`: an independent source for our calendars.

    python3 -m venv .venv && .venv/bin/pip install holidays==0.109
    .venv/bin/python shared/law/oracle/make.py > shared/law/oracle/working_days_az.tsv
"""

import datetime
import importlib.metadata

import holidays

YEARS = (2024, 2025, 2026)


def main() -> None:
    version = importlib.metadata.version("holidays")
    country = holidays.country_holidays("AZ", years=YEARS, language="en_US")
    print(f"# Working days of Azerbaijan, {YEARS[0]}-{YEARS[-1]}, five-day week.")
    print(f"# Source: PyPI package holidays {version}, country AZ, is_working_day() for every day.")
    print("# Made by: python shared/law/oracle/make.py > shared/law/oracle/working_days_az.tsv")
    print("# Only days that are not what their weekday says, and a total per year.")
    print("# date\tworking (1) or not (0)\twhat the package calls the day")
    for year in YEARS:
        day = datetime.date(year, 1, 1)
        total = 0
        while day.year == year:
            working = country.is_working_day(day)
            total += working
            if working != (day.weekday() < 5):
                print(f"{day}\t{int(working)}\t{country.get(day) or 'working day in exchange'}")
            day += datetime.timedelta(days=1)
        print(f"{year}\t{total}\ttotal")


if __name__ == "__main__":
    main()
