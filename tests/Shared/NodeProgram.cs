using System.Diagnostics;

namespace PartnershipBot.Tests.Shared;

/// <summary>Node programs that do something and end.</summary>
internal static class NodeProgram
{
    /// <summary>Runs <c>node script arguments</c> to its end.</summary>
    /// <param name="script">Absolute path of the program.</param>
    /// <param name="input">What it reads; null for nothing.</param>
    /// <returns>Its exit code, and what it printed on both streams, in no particular order.</returns>
    public static async Task<(int Code, string Output)> RunAsync(string script, IEnumerable<string> arguments, CancellationToken cancel, string? input = null)
    {
        var info = new ProcessStartInfo("node", [script, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Peers.Folder,
        };
        using var process = Start(info);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
            await process.StandardInput.WriteAsync(input.AsMemory(), cancel);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    static Process Start(ProcessStartInfo info)
    {
        try
        {
            return Process.Start(info)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Missing.Tool("The program \"node\" is not on the PATH. Install Node.js 20 or later.");
            throw;
        }
    }
}
