# Counts the results in .trx files, says why tests were skipped, and closes with "N passed, N failed, N skipped".
# With strict=true a skip ends in exit code 1, unless its reason begins with "Not part of the project" (tests/Shared/Missing.cs).

BEGIN { RS = "<UnitTestResult " }

FNR == 1 { next }  # what stands before a file's first result

{ outcome = between($0, "outcome=\"", "\"") }
outcome == "Passed" { passed++; next }
outcome == "NotExecuted" {
  skipped++
  reason = between($0, "<Message>", "</Message>")
  reasons[reason] = reasons[reason] "\n    " between($0, "testName=\"", "\"")
  if (reason !~ /^Not part of the project/) refused++
  next
}
{ failed++; print "Failed: " between($0, "testName=\"", "\"") }

END {
  for (reason in reasons) print "Skipped: " reason reasons[reason]
  if (strict == "true" && refused) print refused " skipped that must not be, since CI=true."
  if (passed + failed == 0) print "No test ran."
  printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped
  if (failed || passed == 0 || (strict == "true" && refused)) exit 1
}

function between(text, start, end,    from) {
  from = index(text, start)
  if (!from) return ""
  text = substr(text, from + length(start))
  return substr(text, 1, index(text, end) - 1)
}
