using System;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3002AsyncHelper;

public sealed class Session
{
    private readonly object _gate = new();
    private Task? _application;
    private bool _isActive;
    private int _polls;

    public bool TryStart(Func<Task> application)
    {
        lock (_gate)
        {
            if (_isActive)
            {
                return false;
            }

            _isActive = true;
            _application = Run(application);
            return true;
        }
    }

    public bool TryPoll(Func<Task> application)
    {
        lock (_gate)
        {
            if (_isActive)
            {
                return false;
            }

            _isActive = true;
            if (_application == null)
            {
                _application = Run(application);
            }

            return true;
        }
    }

    private async Task Run(Func<Task> application)
    {
        await Task.Yield();
        _polls++;
        await application();
        lock (_gate)
        {
            _isActive = false;
        }
    }
}
