# Completes denpa's commands, options and their values in PowerShell; files everywhere else.
Register-ArgumentCompleter -Native -CommandName denpa -ScriptBlock {
    param($word, $command, $cursor)
    $length = $cursor - $command.Extent.StartOffset
    $line = $command.ToString().PadRight($length).Substring(0, $length)
    $line = 'denpa' + $line.Substring([Math]::Min($line.Length, $command.CommandElements[0].ToString().Length))
    & $command.CommandElements[0].ToString() "[suggest:$($line.Length)]" $line 2>$null |
        # Options are for where one has begun.
        Where-Object { $_.StartsWith($word) -and ($word.StartsWith('-') -or $_ -notmatch '^[-/]') } |
        ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
