using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace PartnershipBot.Playground.Page;

/// <summary>The page's own files, which are inside the assembly, and the renderer of Adaptive Cards, which the build puts beside it.</summary>
internal static class PageFiles
{
    const string Renderer = "adaptivecards.min.js";

    static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
    };

    /// <summary>Null when the build had no npm.</summary>
    static string? RendererPath { get; } = Path.Combine(AppContext.BaseDirectory, "playground", Renderer) is var path && File.Exists(path) ? path : null;

    /// <summary>Whether Adaptive Cards are drawn; otherwise the page shows their JSON.</summary>
    public static bool HasRenderer => RendererPath is not null;

    public static Results<FileStreamHttpResult, PhysicalFileHttpResult, NotFound> Get(string name)
    {
        if (name == Renderer) return RendererPath is null ? TypedResults.NotFound() : TypedResults.PhysicalFile(RendererPath, Types[".js"]);
        return Types.TryGetValue(Path.GetExtension(name), out var type) && typeof(PageFiles).Assembly.GetManifestResourceStream("page/" + name) is { } file
            ? TypedResults.Stream(file, type)
            : TypedResults.NotFound();
    }
}
