"""Sends the parts of a table of villages through the command line, on every worker, and sums what comes back.

    python job.py PROGRAM PLAN.json TABLE.csv OUT MASTER

OUT receives the result as Parquet. The last line printed is the sums, as `cakupan batch --totals --no-header` prints them.
"""

import os
import shlex
import subprocess
import sys

# Workers must run the Python of this environment, not the first of the PATH.
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)

from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql.types import LongType, StringType, StructField, StructType

LABELS = {"code", "name", "district"}

program, plan, table, out, master = sys.argv[1:6]
with open(table, encoding="utf-8") as lines:
    head, first = next(lines), next(lines)

# A part of the table has no header: the columns are named by the call. The names of the result come from one row.
columns = head.strip()
names = subprocess.run(
    [program, "batch", plan], input=head + first, capture_output=True, text=True, check=True
).stdout.splitlines()[0].split(",")
schema = StructType([StructField(name, StringType() if name in LABELS else LongType()) for name in names])

spark = (
    SparkSession.builder.master(master)
    .appName("cakupan")
    .config("spark.executor.memory", "1g")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.ui.enabled", "false")
    .config("spark.ui.showConsoleProgress", "false")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")
call = " ".join(shlex.quote(word) for word in [program, "batch", plan, "--columns", columns, "--no-header"])
# Without checkCode a program that fails loses its part in silence.
rows = spark.sparkContext.textFile("file://" + os.path.abspath(table), 8).pipe(call, checkCode=True)
spark.read.csv(rows, schema=schema).write.mode("overwrite").parquet(out)

# A name with dots stands in backticks.
numbers = [F.sum("`%s`" % name) for name in names if name not in LABELS]
sums = spark.read.parquet(out).agg(F.count(F.lit(1)), *numbers).first()
spark.stop()
print(",".join(str(number) for number in sums))
