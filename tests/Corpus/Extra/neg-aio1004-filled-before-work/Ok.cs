using System;
using System.Threading;

namespace Corpus.Extra.NegAio1004FilledBeforeWork;

public sealed class Request : IThreadPoolWorkItem
{
    private readonly Action<Request> _application;
    private readonly object _abort = new();
    private bool _isAborted;
    private bool _hasBody;
    private int _version;
    private string? _method;
    private string? _target;
    private string? _scheme;
    private string? _path;
    private string? _query;
    private long? _limit;

    public Request(Action<Request> application) => _application = application;

    public bool CanUpgrade => !_hasBody && _version >= 2;

    public string Text => _method + _target + _scheme + _path + _query + _limit;

    public void Execute()
    {
        Fill();
        _application(this);
    }

    public void Abort()
    {
        lock (_abort)
        {
            _isAborted = true;
        }
    }

    private void Fill()
    {
        _version = Native.Version();
        _method = Native.Text(0);
        _target = Native.Text(1);
        _scheme = Native.Text(2);
        _path = Native.Text(3);
        _query = Native.Text(4);
        _hasBody = Native.HasBody();
        _limit = Native.Limit();
    }

    private static class Native
    {
        internal static int Version() => Environment.ProcessId;

        internal static string Text(int part) => Environment.CommandLine.Substring(part);

        internal static bool HasBody() => Environment.HasShutdownStarted;

        internal static long? Limit() => Environment.TickCount64;
    }
}
