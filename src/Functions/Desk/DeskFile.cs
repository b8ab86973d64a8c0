using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Mailroom.Functions.Desk;

/// <summary>A file of the desk, held in the assembly: the worker's pipeline has no static files.</summary>
internal sealed class DeskFile : IResult
{
    private static readonly Dictionary<string, DeskFile> Files = new(StringComparer.Ordinal)
    {
        ["desk.css"] = new("desk.css", "text/css; charset=utf-8"),
        ["desk.svg"] = new("desk.svg", "image/svg+xml"),
    };

    private readonly byte[] _content;
    private readonly string _type;
    private readonly EntityTagHeaderValue _tag;

    private DeskFile(string name, string type)
    {
        using var stream = typeof(DeskFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The desk's file {name} is not in the assembly.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        _content = bytes.ToArray();
        _type = type;
        _tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(_content))[..16]}\"");
    }

    /// <summary>The file of that path; null when the desk has none. Holds nobody's data, so everybody may have it.</summary>
    internal static DeskFile? Find(string path) => Files.GetValueOrDefault(path);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        DeskPage.Protect(response);
        response.Headers.ETag = _tag.ToString();
        response.Headers.CacheControl = "no-cache";
        var known = httpContext.Request.GetTypedHeaders().IfNoneMatch;
        if (known.Any(t => t.Compare(_tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = _type;
        response.ContentLength = _content.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(_content, httpContext.RequestAborted);
        }
    }
}
