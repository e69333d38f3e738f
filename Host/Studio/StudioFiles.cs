using Microsoft.Net.Http.Headers;

namespace Gongtui.Host.Studio;

/// <summary>Sends the package's files, and those of the page around it, as they were packed: nothing is compressed while a browser waits, and what
/// has a fingerprint in its address is asked for once. Stands before sign-in: the files are public and a page wants 160 of them.</summary>
public sealed class StudioFiles(RequestDelegate next, StudioPackage package, PageFiles page)
{
    private const string ForEver = "public,max-age=31536000,immutable";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (!isRead || request.Path.Value is not { } path) return next(context);
        // Studio does not start without this file, and takes nothing from it.
        if (path == "/appsettings.json") return SettingsAsync(context);
        if (package.Find(path) is { } file) return SendAsync(context, file);
        return page.Find(path) is { } own ? SendAsync(context, own) : next(context);
    }

    private static Task SettingsAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = 2;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync("{}");
    }

    private static Task SendAsync(HttpContext context, StudioFile file)
    {
        var (request, response) = (context.Request, context.Response);
        var (body, encoding) = file.BodyFor(Accepted(request));
        var tag = $"\"{file.Tag}{(encoding is null ? "" : "-" + encoding)}\"";
        response.Headers.ETag = tag;
        response.Headers.CacheControl = file.IsFingerprinted || request.Query["v"] == file.Tag ? ForEver : "no-cache";
        if (file.Encodings.Count > 0) response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (Knows(request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = file.ContentType;
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        var info = new FileInfo(body);
        response.ContentLength = info.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.SendFileAsync(body, context.RequestAborted);
    }

    private static Task SendAsync(HttpContext context, PageFile file)
    {
        var response = context.Response;
        var (body, encoding) = file.BodyFor(Accepted(context.Request));
        response.Headers.CacheControl = ForEver;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.ContentType = file.ContentType;
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static List<string> Accepted(HttpRequest request) =>
        [.. request.GetTypedHeaders().AcceptEncoding.Where(value => value.Quality != 0).Select(value => value.Value.Value ?? "")];

    private static bool Knows(HttpRequest request, string tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == tag || known.Tag == "*");
}
