using System;
using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace Corpus.Extra.OkViewModel;

public sealed class SearchViewModel : INotifyPropertyChanged
{
    private readonly Func<string, Task<string[]>> _search;
    private bool _isBusy;
    private string _query = string.Empty;
    private int _generation;

    public SearchViewModel(Func<string, Task<string[]>> search)
    {
        _search = search;
    }

    public event PropertyChangedEventHandler PropertyChanged;

    public ObservableCollection<string> Results { get; } = new ObservableCollection<string>();

    public bool IsBusy
    {
        get => _isBusy;
        private set => Set(ref _isBusy, value);
    }

    public string Query
    {
        get => _query;
        set
        {
            if (Set(ref _query, value))
            {
                _generation++;
            }
        }
    }

    public async Task SearchAsync()
    {
        if (IsBusy)
        {
            return;
        }

        IsBusy = true;
        try
        {
            int generation = _generation;
            string[] results = await _search(_query);
            if (generation == _generation)
            {
                Results.Clear();
                foreach (string result in results)
                {
                    Results.Add(result);
                }
            }
        }
        finally
        {
            IsBusy = false;
        }
    }

    private bool Set<T>(ref T field, T value, [CallerMemberName] string name = null)
    {
        if (Equals(field, value))
        {
            return false;
        }

        field = value;
        PropertyChanged?.Invoke(this, new PropertyChangedEventArgs(name));
        return true;
    }
}
