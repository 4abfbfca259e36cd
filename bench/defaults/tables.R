# Writes a table of an R package as CSV, with its target last: Rscript tables.R PACKAGE NAME TARGET FILE [COLUMNS TO LEAVE OUT]
# Classes are written with a letter before them, so that no reader takes them for numbers.
given <- commandArgs(trailingOnly = TRUE)
place <- new.env()
data(list = given[2], package = given[1], envir = place)
rows <- as.data.frame(get(given[2], place))
rows <- rows[!is.na(rows[[given[3]]]), ]
target <- rows[[given[3]]]
left_out <- c(given[3], if (length(given) > 4) strsplit(given[5], ",")[[1]])
rows <- rows[, setdiff(names(rows), left_out), drop = FALSE]
rows$target <- if (is.numeric(target)) target else paste0("c-", target)
write.csv(rows, given[4], row.names = FALSE, na = "")
