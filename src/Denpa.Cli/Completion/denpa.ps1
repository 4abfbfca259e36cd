# Completes denpa's commands, options and their values in PowerShell, and files where a file is wanted.
Register-ArgumentCompleter -Native -CommandName denpa -ScriptBlock {
    param($word, $command, $cursor)
    $program = $command.CommandElements[0].ToString()
    $words = @($command.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.ToString() })
    # An empty word would be lost on its way, quotes are not.
    $words += if ($word) { "$word" } else { '""' }
    & $program '[complete]' @words 2>$null | ForEach-Object {
        if ($_ -eq ':files') { return [System.Management.Automation.CompletionCompleters]::CompleteFilename($word) }
        $answer, $meaning = $_ -split "`t", 2
        [System.Management.Automation.CompletionResult]::new($answer, $answer, 'ParameterValue', $(if ($meaning) { $meaning } else { $answer }))
    }
}
