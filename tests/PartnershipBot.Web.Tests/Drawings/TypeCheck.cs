using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PartnershipBot.Web.Tests.Drawings;

/// <summary>TypeScript's compiler, asked whether JSON is what a platform's own types say.</summary>
internal static class TypeCheck
{
    /// <param name="package">The npm package that has the types.</param>
    /// <param name="drawings">JSON, each with the type that it is to have.</param>
    /// <returns>What the compiler has against it, such as <c>drawings.ts(3,14): error TS2322: ...</c>; empty when nothing.</returns>
    public static async Task<string> RunAsync(string package, IEnumerable<(string Type, ReadOnlyMemory<byte> Json)> drawings, CancellationToken cancel)
    {
        var (compiler, types) = (Peers.Require("typescript", "lib/tsc.js"), Peers.Require(package));
        var folder = Directory.CreateTempSubdirectory("partnershipbot-types-").FullName;
        try
        {
            var code = new StringBuilder($"import type * as platform from '{package}';\n");
            foreach (var (number, (type, json)) in drawings.Index())
                code.Append(CultureInfo.InvariantCulture, $"export const drawing{number}: {type} = ").Append(Encoding.UTF8.GetString(json.Span)).Append(";\n");
            await File.WriteAllTextAsync(Path.Combine(folder, "drawings.ts"), code.ToString(), cancel);
            await File.WriteAllTextAsync(Path.Combine(folder, "tsconfig.json"), $$"""
                {
                  "compilerOptions": {
                    "noEmit": true, "strict": true, "skipLibCheck": true, "types": [], "module": "nodenext", "moduleResolution": "nodenext",
                    "paths": { {{JsonSerializer.Serialize(package)}}: [{{JsonSerializer.Serialize(types)}}] }
                  },
                  "files": ["drawings.ts"]
                }
                """, cancel);
            var (status, output) = await NodeProgram.RunAsync(compiler, ["--project", folder], cancel);
            Assert.True(status == 0 == (output.Length == 0), $"The compiler ended with {status} and said: {output}");
            return output;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
