using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3001BehindAwait;

public sealed class DocumentState
{
    private readonly object _chainLock = new();
    private Task _last = Task.CompletedTask;
    private string _text;
    private bool _isLoaded;

    public string Text => _isLoaded ? _text : null;

    public Task Reload()
    {
        lock (_chainLock)
            return _last = Load(_last);
    }

    public Task Refresh()
    {
        lock (_chainLock)
            return _last = LoadAgain(_last);
    }

    public void Restore(string text)
    {
        _text = text;
        _isLoaded = true;
    }

    private async Task Load(Task before)
    {
        await before;
        await Task.Delay(1);
        _text ??= "";
        _isLoaded = true;
    }

    private async Task LoadAgain(Task before)
    {
        await before;
        await Task.Delay(2);
        _isLoaded = true;
    }
}
