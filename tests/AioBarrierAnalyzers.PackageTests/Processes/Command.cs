using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;

namespace AioBarrierAnalyzers.PackageTests.Processes;

/// <summary>Runs <c>dotnet</c> with a time limit, in an environment free of what the test host's own build left there.</summary>
internal static class Command
{
    private static readonly string[] LeftOvers = ["MSBUILD", "VSTEST", "COVERLET", "DOTNET_HOST_PATH", "DOTNET_CLI_", "TESTINGPLATFORM"];

    /// <summary>Runs to the end, or kills the process and all it started when <paramref name="limit"/> is over and fails.</summary>
    public static CommandResult Dotnet(string directory, TimeSpan limit, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        Prepare(start.Environment, environment);

        var line = $"dotnet {string.Join(' ', arguments)}{Environment.NewLine}in {directory}";
        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, e) => Append(output, e.Data);
        process.ErrorDataReceived += (_, e) => Append(output, e.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"Not finished after {limit.TotalSeconds:0} s, and killed:{Environment.NewLine}{line}{Environment.NewLine}{Text(output)}");
        }

        // The overload without a limit waits for the last of the output too.
        process.WaitForExit();
        return new CommandResult(line, process.ExitCode, Text(output));
    }

    private static void Prepare(IDictionary<string, string?> variables, IReadOnlyDictionary<string, string> environment)
    {
        foreach (var name in variables.Keys.Where(IsLeftOver).ToList()) variables.Remove(name);

        variables["DOTNET_NOLOGO"] = "1";
        variables["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        variables["DOTNET_CLI_UI_LANGUAGE"] = "en";
        // Nothing stays behind that would hold files of the temporary folder.
        variables["MSBUILDDISABLENODEREUSE"] = "1";
        variables["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        variables["UseSharedCompilation"] = "false";
        foreach (var pair in environment) variables[pair.Key] = pair.Value;
    }

    private static bool IsLeftOver(string name) => LeftOvers.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static void Append(StringBuilder output, string? line)
    {
        if (line is null) return;
        lock (output) output.AppendLine(line);
    }

    private static string Text(StringBuilder output)
    {
        lock (output) return output.ToString();
    }
}
